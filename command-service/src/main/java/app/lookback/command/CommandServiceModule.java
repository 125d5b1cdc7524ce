package app.lookback.command;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.PropertySource;
import org.springframework.scheduling.annotation.EnableScheduling;

/** All of command-service, to be imported alone or beside query-service: its beans' names never meet the other's. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@PropertySource("classpath:command-service.properties")
public class CommandServiceModule {}
